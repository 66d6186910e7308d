package architecture.broken.codec;

import org.bytedeco.opencv.opencv_core.Mat;

/** OpenCV outside its room. */
public record HoldsMat(Mat mat) {}
